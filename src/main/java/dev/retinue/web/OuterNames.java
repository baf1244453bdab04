package dev.retinue.web;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import java.util.concurrent.CompletionStage;

/**
 * Finds what a name in a template stands for in the innermost scope that has it. Qute by itself finds the same, but in each scope
 * that does not have the name, it asks every resolver there is before it goes on to the next.
 */
@EngineConfiguration
public class OuterNames implements ValueResolver {

    @Override
    public int getPriority() {
        return Integer.MAX_VALUE;
    }

    /** To a name that stands for itself, and is not a property of what stands before it. */
    @Override
    public boolean appliesTo(EvalContext context) {
        return context.getBase() instanceof Mapper
                && context.getBase() == context.resolutionContext().getData()
                && context.getParams().isEmpty();
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        for (var scope = context.resolutionContext();
                scope != null && scope.getData() instanceof Mapper names;
                scope = scope.getParent()) {
            if (names.appliesTo(context.getName())) {
                var found = names.getAsync(context.getName());
                if (!isMissing(found)) {
                    return found;
                }
            }
        }
        return Results.notFound(context);
    }

    private static boolean isMissing(CompletionStage<Object> found) {
        return found instanceof CompletedStage<Object> now && !now.isFailure() && Results.isNotFound(now.get());
    }
}
