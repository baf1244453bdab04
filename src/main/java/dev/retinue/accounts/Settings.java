package dev.retinue.accounts;

import dev.retinue.users.SettingsPaths;
import dev.retinue.web.LocalPath;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Where the settings begin. */
@Path(SettingsPaths.START)
@Authenticated
public class Settings {

    @GET
    public Response first() {
        return new LocalPath(SettingsPaths.PROFILE).redirect();
    }
}
