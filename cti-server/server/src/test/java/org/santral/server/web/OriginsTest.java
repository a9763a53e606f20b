package org.santral.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {
    private final Origins origins = new Origins(List.of("https://crm.example"));

    @ParameterizedTest
    @CsvSource(textBlock = """
                    http://127.0.0.1:8080,       127.0.0.1:8080, true
                    https://cti.example,         cti.example,    true
                    HTTPS://CTI.EXAMPLE,         cti.example,    true
                    https://crm.example,         cti.example,    true
                    http://crm.example,          cti.example,    false
                    https://evil.example,        cti.example,    false
                    https://cti.example.evil,    cti.example,    false
                    http://127.0.0.1:8081,       127.0.0.1:8080, false
                    file://cti.example,          cti.example,    false
                    null,                        cti.example,    false
                    'http://a b',                cti.example,    false
                    ,                            cti.example,    false
                    """)
    void ownPagesAndAllowedOnesMayOpenASocket(String origin, String host, boolean allowed) {
        assertThat(origins.allows(origin, host)).isEqualTo(allowed);
    }
}
