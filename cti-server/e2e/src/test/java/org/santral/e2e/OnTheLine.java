package org.santral.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test over the whole line; all of them share one installation.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("pbx")
@Tag("browser")
@Tag("db")
@ExtendWith(Line.class)
@interface OnTheLine {}
