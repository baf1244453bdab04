package dev.retinue.accounts;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The text is an email address of at most 254 characters (RFC 5321, 4.5.3.1.3, without the brackets), or is empty. */
@Size(max = 254, message = "That email address is too long.")
@Email(message = "That is not an email address.")
@Target(FIELD)
@Retention(RUNTIME)
@Constraint(validatedBy = {})
@interface EmailAddress {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
