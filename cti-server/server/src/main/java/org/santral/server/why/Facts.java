package org.santral.server.why;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.santral.because.Because;

/// The fields of an event or input, by name.
final class Facts {

    private Facts() {}

    static List<Because.Fact> of(Object told) {
        List<Because.Fact> facts = new ArrayList<>();
        for (RecordComponent component : told.getClass().getRecordComponents()) {
            if (component.getName().equals("at") || component.getName().equals("call")) {
                continue;
            }
            try {
                Object value = component.getAccessor().invoke(told);
                if (value != null) {
                    facts.add(new Because.Fact(component.getName(), value.toString()));
                }
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("a public record hides " + component, e);
            }
        }
        return facts;
    }
}
