package dev.retinue.users;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The text can be a {@link Username}; the message says what keeps it from being one. */
@Target(FIELD)
@Retention(RUNTIME)
@Constraint(validatedBy = WellFormedUsername.Check.class)
public @interface WellFormedUsername {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks {@link Username#of} and {@link Scripts}. */
    class Check implements ConstraintValidator<WellFormedUsername, String> {

        private static final String MIXED =
                "Letters of these scripts look alike, and together they can pass for another name. Use one of them.";

        @Override
        public boolean isValid(String typed, ConstraintValidatorContext context) {
            try {
                return !Scripts.areMixed(Username.of(typed)) || refuse(MIXED, context);
            } catch (Username.Malformed e) {
                return refuse(e.getMessage(), context);
            }
        }

        private static boolean refuse(String sentence, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(sentence).addConstraintViolation();
            return false;
        }
    }
}
