package cn.anxun.server.console;

import cn.anxun.server.http.v1.RunningServer;
import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: follows redirects and keeps cookies. */
public final class TestBrowser {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = client(cookies);
  private final URI server;

  public TestBrowser(URI server) {
    this.server = server;
  }

  private static HttpClient client(CookieManager cookies) {
    return HttpClient.newBuilder()
        .cookieHandler(cookies)
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build();
  }

  /** Logs in with the password of all test accounts. */
  public TestBrowser login(String account) throws Exception {
    HttpResponse<String> page =
        send("/login", Map.of("account", account, "password", RunningServer.PASSWORD), "/login");
    if (!page.uri().getPath().equals("/")) {
      throw new AssertionError(page.body());
    }
    return this;
  }

  public HttpResponse<String> get(String path) throws Exception {
    return http.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString());
  }

  /** A file. */
  public HttpResponse<byte[]> bytes(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofByteArray());
  }

  public HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
    String body =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return post(path, "application/x-www-form-urlencoded", body);
  }

  /**
   * Sends this body as it stands, over a connection of its own: what is broken may end one that
   * others would use.
   */
  public HttpResponse<String> post(String path, String contentType, String body) throws Exception {
    return client(cookies)
        .send(
            HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  /** Sends these fields with the secret of the page on which their form stands. */
  public HttpResponse<String> send(String path, Map<String, String> fields, String from)
      throws Exception {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("csrf", secret(from));
    return post(path, all);
  }

  /** Sends a form's body as it is, with the secret of this page. */
  public HttpResponse<String> sendRaw(String path, String body, String from) throws Exception {
    return http.send(
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body + "&csrf=" + secret(from)))
            .build(),
        BodyHandlers.ofString());
  }

  /** Sends these fields and a file with the secret of this page; the answer as bytes. */
  public HttpResponse<byte[]> upload(
      String path, Map<String, String> fields, String fileName, byte[] file, String from)
      throws Exception {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("csrf", secret(from));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> field : all.entrySet()) {
      body.writeBytes(part("name=\"" + field.getKey() + "\"\r\n\r\n" + field.getValue() + "\r\n"));
    }
    body.writeBytes(part("name=\"file\"; filename=\"" + fileName + "\"\r\n\r\n"));
    body.writeBytes(file);
    body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
    return http.send(
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "multipart/form-data; boundary=part")
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private static byte[] part(String rest) {
    return ("--part\r\nContent-Disposition: form-data; " + rest).getBytes(StandardCharsets.UTF_8);
  }

  /** The value of a cookie of the server. */
  public String cookie(String name) {
    return cookies.getCookieStore().get(server).stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElseThrow();
  }

  /** The secret of a page's forms. */
  public String secret(String path) throws Exception {
    return found(CSRF, path);
  }

  /** The value of the hidden or other input of this name on a page. */
  public String value(String path, String name) throws Exception {
    return found(Pattern.compile("name=\"" + Pattern.quote(name) + "\" value=\"([^\"]*)\""), path);
  }

  private String found(Pattern pattern, String path) throws Exception {
    String page = get(path).body();
    Matcher matcher = pattern.matcher(page);
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in " + page);
    }
    return matcher.group(1);
  }
}
