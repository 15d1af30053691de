package cn.anxun.app.server;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The office at its computer: an account with a password, and the server's figures by its API. */
public final class OfficeDesk {
  private static final Pattern PASSWORD = Pattern.compile("：(\\S+)（");
  private static final String ACCOUNT = "office";
  private static final String OWN_PASSWORD = "Office-desk-2026";
  private static final String FORM_SECRET = "a-secret-of-this-browser-alone";

  private final OkHttpClient client = new OkHttpClient();
  private final String url;
  private final String token;

  private OfficeDesk(String url, String password) throws IOException {
    this.url = url;
    Json.Members login =
        Json.members()
            .put("account", ACCOUNT)
            .put("password", password)
            .put("bureau", ServerProcess.BUREAU)
            .build();
    this.token =
        text(
            ask(
                new Request.Builder()
                    .url(url + "/api/v1/sessions")
                    .post(RequestBody.create(JsonText.bytes(login), MediaType.get(MediaTypes.V1)))),
            "token");
  }

  /** Adds the office's account to the server, and logs it in. */
  public static OfficeDesk open(ServerProcess server) throws IOException {
    server.addUser(ACCOUNT, "办公室", "office");
    Matcher password = PASSWORD.matcher(server.command("user", "password", ACCOUNT));
    if (!password.find()) {
      throw new IllegalStateException("the server gave no password");
    }
    changePassword(server.url(), password.group(1));
    return new OfficeDesk(server.url(), OWN_PASSWORD);
  }

  /** Logs it in again, as after the server was started anew. */
  public static OfficeDesk reopen(ServerProcess server) throws IOException {
    return new OfficeDesk(server.url(), OWN_PASSWORD);
  }

  /** A password that was given out is changed in the browser before anything else. */
  private static void changePassword(String url, String given) throws IOException {
    RequestBody form =
        new FormBody.Builder()
            .add("csrf", FORM_SECRET)
            .add("account", ACCOUNT)
            .add("password", given)
            .add("chosen", OWN_PASSWORD)
            .add("again", OWN_PASSWORD)
            .build();
    Request request =
        new Request.Builder()
            .url(url + "/password")
            .header("Cookie", "anxun_form=" + FORM_SECRET)
            .post(form)
            .build();
    OkHttpClient browser = new OkHttpClient.Builder().followRedirects(false).build();
    try (Response response = browser.newCall(request).execute()) {
      if (response.code() != 303) {
        throw new IllegalStateException("the password was not changed: " + response.code());
      }
    }
  }

  /** Every indicator of the year as the server prints it now, by id. */
  public Map<String, String> figures(int year) throws IOException {
    Json.Members answer =
        ask(
            new Request.Builder()
                .url(url + "/api/v1/indicators?year=" + year)
                .header("Authorization", "Bearer " + token));
    Map<String, String> figures = new LinkedHashMap<>();
    for (Json indicator : ((Json.Items) answer.get("indicators")).values()) {
      figures.put(text((Json.Members) indicator, "id"), text((Json.Members) indicator, "value"));
    }
    return figures;
  }

  private Json.Members ask(Request.Builder request) throws IOException {
    Request asked = request.header("Accept", MediaTypes.V1).build();
    try (Response response = client.newCall(asked).execute()) {
      byte[] body = response.body().bytes();
      if (!response.isSuccessful()) {
        throw new IllegalStateException(asked + ": " + response.code());
      }
      return (Json.Members) JsonText.read(body);
    } catch (JsonSyntaxException e) {
      throw new IOException(e);
    }
  }

  private static String text(Json.Members members, String name) {
    return ((Json.Text) members.get(name)).value();
  }
}
