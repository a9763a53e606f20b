package org.santral.server.directory.outside.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.server.directory.outside.entry.WrittenForms;

class LdapFiltersTest {
    private static final String NUMBER = "+982130000001";

    @Test
    void everyFormThatWasOrderedIsTriedAndNoOtherOnce() throws LDAPException {
        LdapFilters filters = new LdapFilters(
                "(&(objectClass=person)(|(telephoneNumber={number})(mobile={number})))",
                List.of(WrittenForms.E164, WrittenForms.NATIONAL, WrittenForms.DISPLAY));

        assertThat(filters.of(NUMBER))
                .hasToString("(|(&(objectClass=person)(|(telephoneNumber=+982130000001)(mobile=+982130000001)))"
                        + "(&(objectClass=person)(|(telephoneNumber=02130000001)(mobile=02130000001)))"
                        + "(&(objectClass=person)(|(telephoneNumber=021 3000 0001)(mobile=021 3000 0001))))");
    }

    @Test
    void aFormMayBeNamedInItsPlace() throws LDAPException {
        LdapFilters filters = new LdapFilters(
                "(|(phone={digits})(phone=*{significant})(x={double-zero}))", List.of(WrittenForms.E164));

        assertThat(filters.of(NUMBER)).hasToString("(|(phone=982130000001)(phone=*2130000001)(x=00982130000001))");
    }

    /// Numbers are read before they come here; nothing depends on that.
    @ParameterizedTest
    @ValueSource(strings = {"*", "*)(uid=*", "\\2a", "x)(|(a=b", "\u0000", "علی", "a\nb", "(", "&|!"})
    void whateverStandsInAValueStaysAValue(String hostile) throws LDAPException {
        Filter filter = Filter.create("(mobile=" + LdapFilters.escaped(hostile) + ")");

        assertThat(filter.getFilterType()).isEqualTo(Filter.FILTER_TYPE_EQUALITY);
        assertThat(filter.getAttributeName()).isEqualTo("mobile");
        assertThat(filter.getAssertionValue()).isEqualTo(hostile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(telephoneNumber={number}", "telephoneNumber={number})(", "(|)(a={number})", "(cn=*)", ""})
    void aTemplateThatIsNoFilterOrNamesNoNumberIsToldWithItsMend(String template) {
        List<String> wrong = new ArrayList<>();
        LdapFilters.wrong(wrong, "the.key", template, List.of(WrittenForms.E164));

        assertThat(wrong)
                .singleElement()
                .asString()
                .startsWith("the.key=" + template + ": ")
                .contains("Write ");
    }
}
