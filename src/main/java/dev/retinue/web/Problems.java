package dev.retinue.web;

import static java.util.stream.Collectors.toMap;

import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is wrong with a submitted form, by field: a sentence each. */
public record Problems(Map<String, String> byField) {

    public static Problems none() {
        return new Problems(Map.of());
    }

    public static Problems of(String field, String sentence) {
        return new Problems(Map.of(field, sentence));
    }

    public static Problems in(Object form, Validator validator) {
        return new Problems(validator.validate(form).stream()
                .collect(toMap(v -> v.getPropertyPath().toString(), v -> v.getMessage(), (first, next) -> first)));
    }

    /** Together with one more, where there is one. */
    public Problems and(String field, Optional<String> sentence) {
        var all = new HashMap<>(byField);
        sentence.ifPresent(problem -> all.put(field, problem));
        return new Problems(all);
    }

    public boolean any() {
        return !byField.isEmpty();
    }

    /** Empty where nothing is wrong. */
    public String on(String field) {
        return byField.getOrDefault(field, "");
    }
}
