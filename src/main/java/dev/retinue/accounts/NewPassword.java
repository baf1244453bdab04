package dev.retinue.accounts;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A password to log in with from now on: at least 8 characters, and at most the 72 bytes that bcrypt reads. */
@Target(FIELD)
@Retention(RUNTIME)
@Constraint(validatedBy = NewPassword.Check.class)
@interface NewPassword {

    int MIN_CHARACTERS = 8;

    int MAX_BYTES = 72;

    String message() default "Use at least 8 characters, and at most 72; letters with accents count as two or more.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Counts characters one way and bytes the other. */
    class Check implements ConstraintValidator<NewPassword, String> {

        @Override
        public boolean isValid(String typed, ConstraintValidatorContext context) {
            return typed.codePointCount(0, typed.length()) >= MIN_CHARACTERS
                    && typed.getBytes(UTF_8).length <= MAX_BYTES;
        }
    }
}
