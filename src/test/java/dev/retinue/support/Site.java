package dev.retinue.support;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/** What answers at a port of this machine as Retinue. */
public interface Site {

    int port();

    /** Without a session, and not taken on to where an answer leads. */
    default RequestSpecification request() {
        return RestAssured.given()
                .baseUri("http://127.0.0.1")
                .port(port())
                .redirects()
                .follow(false);
    }
}
