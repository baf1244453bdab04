package dev.retinue.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A page as an answer. */
public class Html {

    static final String TYPE = "text/html;charset=UTF-8";

    static final int UNPROCESSABLE = 422;

    static final int TOO_MANY = 429;

    private Html() {}

    /** A form that did not work: again, with what was typed and what is wrong. */
    public static Response formAgain(TemplateInstance form) {
        return page(UNPROCESSABLE, form);
    }

    /** That something is too much for now; it says when to try again. */
    public static Response later(Later e, TemplateInstance page) {
        return Response.fromResponse(page(TOO_MANY, page))
                .header(HttpHeaders.RETRY_AFTER, e.seconds())
                .build();
    }

    /** For a method that may also answer something else. */
    public static Response of(TemplateInstance page) {
        return Response.ok(page.render(), TYPE).build();
    }

    static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .entity(page.render())
                .type(TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
