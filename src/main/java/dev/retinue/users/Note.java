package dev.retinue.users;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A note on a follow: at most {@link #MAX_LENGTH} characters, counted as Unicode code points, as the database does. */
@Target(FIELD)
@Retention(RUNTIME)
@Constraint(validatedBy = Note.Check.class)
@interface Note {

    int MAX_LENGTH = 500;

    String message() default "A note has at most " + MAX_LENGTH + " characters.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<Note, String> {

        @Override
        public boolean isValid(String typed, ConstraintValidatorContext context) {
            return typed.codePointCount(0, typed.length()) <= MAX_LENGTH;
        }
    }
}
