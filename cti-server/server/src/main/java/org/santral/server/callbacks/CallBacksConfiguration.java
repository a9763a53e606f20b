package org.santral.server.callbacks;

import java.time.InstantSource;
import org.jooq.DSLContext;
import org.santral.server.numbers.PhoneNumbers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who keeps the promises.
@Configuration(proxyBeanMethods = false)
class CallBacksConfiguration {
    @Bean
    CallBacks callBacks(DSLContext sql, PhoneNumbers numbers, InstantSource clock) {
        return new CallBacks(sql, numbers, clock);
    }

    @Bean
    CallBacksOfCustomer callBacksOfCustomer(CallBacks callBacks) {
        return new CallBacksOfCustomer(callBacks);
    }
}
