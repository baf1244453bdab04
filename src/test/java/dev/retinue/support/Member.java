package dev.retinue.support;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Someone who uses sites that run as packaged jars: a member of their database, or a visitor, who has no session. */
public record Member(String session) {

    private static final String PASSWORD = "long enough";

    public static Member visitor() {
        return new Member("");
    }

    /** A new one, who comes from an address of their own. */
    public static Member signedUp(Site site, String name) {
        var address = "198.51.100." + name.chars().sum() % 250;
        var answer = form(site, name, PASSWORD, address).post("/signup");
        return new Member(answer.then().statusCode(303).extract().cookie("retinue"));
    }

    /** What somebody at that address types to sign up, or to log in. */
    public static RequestSpecification form(Site site, String name, String password, String address) {
        return site.request()
                .header("X-Forwarded-For", address)
                .formParams(Map.of("username", name, "password", password));
    }

    public RequestSpecification at(Site site) {
        return session.isEmpty() ? site.request() : site.request().cookie("retinue", session);
    }

    public Response post(Site site, String path) {
        return at(site).post(path);
    }

    /** The page, which must be there. */
    public Document page(Site site, String path) {
        return Jsoup.parse(at(site).get(path).then().statusCode(200).extract().asString());
    }

    /** How many followers a profile tells of. */
    public long followers(Site site, String profile) {
        return Long.parseLong(
                page(site, profile).select(".counts .number").first().text());
    }
}
