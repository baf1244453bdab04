package dev.retinue.support;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.http.client.cache.CacheResponseStatus;
import org.apache.http.client.cache.HttpCacheContext;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.cache.CacheConfig;
import org.apache.http.impl.client.cache.CachingHttpClients;
import org.apache.http.util.EntityUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A cache that stands before the site, and that everyone goes through (RFC 9111): Apache's, set to be shared. */
public class SharedCache implements AutoCloseable {

    /**
     * @param account what the page says of who is logged in
     * @param stored whether the site was not asked
     */
    public record Answer(String account, boolean stored) {}

    private final CloseableHttpClient client = CachingHttpClients.custom()
            .setCacheConfig(CacheConfig.custom()
                    .setSharedCache(true)
                    .setMaxObjectSize(1_000_000)
                    .build())
            .disableCookieManagement()
            .disableRedirectHandling()
            .build();

    public static String account(Document page) {
        return page.select("header nav").text();
    }

    public Answer get(String path, Browser who) {
        var request = new HttpGet("http://localhost:" + RestAssured.port + path);
        if (who.session() != null) {
            request.setHeader("Cookie", "retinue=" + who.session());
        }
        var context = HttpCacheContext.create();
        try (var response = client.execute(request, context)) {
            var page = Jsoup.parse(EntityUtils.toString(response.getEntity()));
            return new Answer(account(page), context.getCacheResponseStatus() == CacheResponseStatus.CACHE_HIT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
