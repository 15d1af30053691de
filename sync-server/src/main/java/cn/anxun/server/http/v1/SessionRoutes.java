package cn.anxun.server.http.v1;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.auth.Sessions;
import cn.anxun.server.http.ClientAddress;
import cn.anxun.server.http.LoginDesk;
import cn.anxun.server.http.RateLimit;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.RequestBody;
import cn.anxun.server.http.Requests;
import cn.anxun.server.text.ZeroCharacter;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Logging in to the API with a password, for office work by program; the token is short-lived. */
final class SessionRoutes {
  private static final String PATH = "/api/v1/sessions";
  private static final int MAX_BYTES = 16 * 1024;

  private final LoginDesk desk;
  private final Sessions sessions;

  SessionRoutes(Directory directory, RateLimit guesses, ClientAddress address) {
    this.desk = new LoginDesk(directory, guesses, address);
    this.sessions = directory.sessions();
  }

  void register(RoutesConfig routes) {
    routes.post(PATH, this::start);
    routes.delete(PATH, this::end);
  }

  private void start(Context context) {
    Json.Members request = members(RequestBody.json(context, MAX_BYTES));
    LoginDesk.Login login =
        desk.login(
            context,
            text(request, "account", true),
            text(request, "password", true),
            text(request, "bureau", false));
    Grant grant = login.grant();
    Sessions.Started started = login.session();
    context.status(201);
    Answers.send(
        context,
        Json.members()
            .put("token", started.token())
            .put("expiresAt", started.expiresAt().toString())
            .put("account", login.account().id())
            .put("name", login.account().displayName())
            .put("bureau", grant.bureau())
            .put("role", grant.role().wire())
            .build());
  }

  private void end(Context context) {
    Requests.bearer(context).ifPresent(sessions::end);
    context.status(204);
  }

  private static Json.Members members(byte[] body) {
    try {
      if (JsonText.read(body) instanceof Json.Members members) {
        return members;
      }
    } catch (JsonSyntaxException e) {
      // Refused below: what is wrong with it is of no use to a person.
    }
    throw Refusal.of(400, "not-json");
  }

  private static String text(Json.Members members, String name, boolean required) {
    Json value = members.get(name);
    if (value == null && !required) {
      return "";
    }
    if (value == null) {
      throw Refusal.ofField(400, "missing", name);
    }
    if (!(value instanceof Json.Text text)) {
      throw Refusal.ofField(400, "wrong-type", name);
    }
    if (ZeroCharacter.isIn(text.value())) {
      throw Refusal.ofField(400, "zero-character", name);
    }
    return text.value();
  }
}
