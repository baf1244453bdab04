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
    public static Member signedUp(Jar jar, String name) {
        var address = "198.51.100." + name.chars().sum() % 250;
        var answer = form(jar, name, PASSWORD, address).post("/signup");
        return new Member(answer.then().statusCode(303).extract().cookie("retinue"));
    }

    /** What somebody at that address types to sign up, or to log in. */
    public static RequestSpecification form(Jar jar, String name, String password, String address) {
        return jar.request()
                .header("X-Forwarded-For", address)
                .formParams(Map.of("username", name, "password", password));
    }

    public RequestSpecification at(Jar jar) {
        return session.isEmpty() ? jar.request() : jar.request().cookie("retinue", session);
    }

    public Response post(Jar jar, String path) {
        return at(jar).post(path);
    }

    /** The page, which must be there. */
    public Document page(Jar jar, String path) {
        return Jsoup.parse(at(jar).get(path).then().statusCode(200).extract().asString());
    }

    /** How many followers a profile tells of. */
    public long followers(Jar jar, String profile) {
        return Long.parseLong(
                page(jar, profile).select(".counts .number").first().text());
    }
}
