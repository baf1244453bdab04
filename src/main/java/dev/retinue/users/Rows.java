package dev.retinue.users;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.retinue.web.Here;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;

/**
 * The rows of lists that many look at; templates know them as {@code inject:rows}. Each is written once for all who are told the
 * same: it is found by what it is written from, so whoever is told something else gets another one. How long ago something was may be
 * said a minute late.
 */
@Named
@ApplicationScoped
public class Rows {

    /** Some thousand rows, some 2 MB; those that nobody asks for again go first. */
    private static final long MOST_CHARACTERS = 1 << 20;

    private static final Duration KEPT = Duration.ofMinutes(1);

    /**
     * All that a row tells, of the viewer too.
     *
     * @param when what happened at the time that stands there
     * @param answered whether there is a button
     * @param back where it leads back to
     */
    public record Content(Entry entry, String when, boolean answered, String back) {}

    record Row(Content content) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Here here;

    private final Cache<Content, RawString> kept = Caffeine.newBuilder()
            .executor(Runnable::run) // a thread of its own costs each row more than the little there is to do
            .expireAfterWrite(KEPT)
            .maximumWeight(MOST_CHARACTERS)
            .<Content, RawString>weigher(
                    (content, html) -> content.back().length() + html.getValue().length())
            .build();

    /** As it was when it was last told, or written now. */
    public RawString row(Entry entry, String when) {
        var answered = !entry.self() && !viewer.isAnonymous();
        var content = new Content(entry, when, answered, answered ? here.row(entry.id()) : "");
        var before = kept.getIfPresent(content);
        return before == null ? write(content) : before;
    }

    private RawString write(Content content) {
        var now = new RawString(new Row(content).render());
        kept.put(content, now);
        return now;
    }
}
