package dev.retinue.users;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A page that everyone may ask for, about whom its address names; the {@link Viewer} has found them when it begins. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface AboutSomebody {}
