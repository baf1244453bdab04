package dev.retinue.users;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The text can be a {@link Link}, or is empty; the message says what keeps it from being one. */
@Target(FIELD)
@Retention(RUNTIME)
@Constraint(validatedBy = WellFormedLink.Check.class)
public @interface WellFormedLink {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks {@link Link#of}. */
    class Check implements ConstraintValidator<WellFormedLink, String> {

        @Override
        public boolean isValid(String typed, ConstraintValidatorContext context) {
            try {
                return typed.isBlank() || !Link.of(typed).address().isEmpty();
            } catch (Link.Malformed e) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(e.getMessage()).addConstraintViolation();
                return false;
            }
        }
    }
}
