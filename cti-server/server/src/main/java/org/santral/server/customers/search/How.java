package org.santral.server.customers.search;

/// How a customer was found, the surest first.
enum How {
    WHOLE,
    NUMBER_BEGINS,
    WRITTEN,
    NUMBER_ENDS,
    MAIL_BEGINS,
    HEARD
}
