package dev.retinue.users;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The text fits into a {@link Bio}; the message says how much does not. */
@Target(FIELD)
@Retention(RUNTIME)
@Constraint(validatedBy = ShortBio.Check.class)
public @interface ShortBio {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Counts as {@link Bio#length} does. */
    class Check implements ConstraintValidator<ShortBio, String> {

        @Override
        public boolean isValid(String typed, ConstraintValidatorContext context) {
            var length = Bio.of(typed).length();
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(
                            "A bio has at most " + Bio.MAX_LENGTH + " characters, and this has " + length + ".")
                    .addConstraintViolation();
            return length <= Bio.MAX_LENGTH;
        }
    }
}
