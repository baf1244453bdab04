package dev.retinue.support;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * What the site answers to, as its resources declare it: a new one is here without anybody's doing.
 *
 * @param path with the variables in braces
 * @param fields of the form that it takes, or of the query
 */
public record Endpoint(boolean post, String path, List<String> fields) {

    public static List<Endpoint> all() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.retinue").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(Endpoint::of)
                        .sorted((one, other) -> one.toString().compareTo(other.toString()))
                        .toList();
    }

    private static Stream<Endpoint> of(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(GET.class) || method.isAnnotationPresent(POST.class))
                .map(method -> new Endpoint(
                        method.isAnnotationPresent(POST.class),
                        path(resource, method),
                        fields(method).distinct().sorted().toList()));
    }

    private static String path(Class<?> resource, Method method) {
        var below = Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value);
        return ("/" + resource.getAnnotation(Path.class).value()
                        + below.map(path -> "/" + path).orElse(""))
                .replaceAll("/+", "/");
    }

    private static Stream<String> fields(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                                .flatMap(field -> name(field, field.getName()))
                        : name(parameter, parameter.getName()));
    }

    private static Stream<String> name(AnnotatedElement element, String declared) {
        var form = Optional.ofNullable(element.getAnnotation(RestForm.class)).map(RestForm::value);
        var query = Optional.ofNullable(element.getAnnotation(RestQuery.class)).map(RestQuery::value);
        return form.or(() -> query).map(name -> name.isEmpty() ? declared : name).stream();
    }
}
