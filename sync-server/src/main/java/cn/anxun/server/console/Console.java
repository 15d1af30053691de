package cn.anxun.server.console;

import cn.anxun.core.sync.Problem;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.http.ClientAddress;
import cn.anxun.server.http.Gate;
import cn.anxun.server.http.RateLimit;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.http.v1.FormPrinter;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;

/** Every page for the browser. */
public final class Console {
  private final FigurePages figures;
  private final DoorPages doors;

  /**
   * @param encrypted whether browsers reach this server by HTTPS
   * @param guesses how many wrong passwords, codes and links an address may give
   */
  public Console(
      Directory directory,
      BureauLedgers ledgers,
      Gate gate,
      RateLimit guesses,
      ClientAddress address,
      FormPrinter forms,
      boolean encrypted,
      Clock clock) {
    Csrf csrf = new Csrf(directory.tokens(), encrypted);
    this.figures = new FigurePages(gate, ledgers, directory, forms, csrf, clock);
    this.doors = new DoorPages(directory, guesses, address, csrf, new Browser(encrypted));
  }

  public void register(RoutesConfig routes) {
    figures.register(routes);
    doors.register(routes);
    routes.get(Page.STYLE, Console::style);
  }

  /** Says to a person why there is no page; who is not logged in gets to the login. */
  public static void refuse(Context context, Refusal refusal) {
    if (refusal.status() == 401 && !context.path().equals("/login")) {
      context.redirect("/login", HttpStatus.SEE_OTHER);
      return;
    }
    Texts texts = Requests.texts(context);
    Problem problem = refusal.problem(texts);
    Page.send(
        context,
        problem.title(),
        html -> {
          html.element("h1", problem.title());
          html.element("p", problem.detail());
          html.element("p", links -> links.element("a", texts.text("console.back"), "href", "/"));
        });
  }

  private static void style(Context context) throws IOException {
    try (InputStream in = Console.class.getResourceAsStream("style.css")) {
      if (in == null) {
        throw new IllegalStateException("the resource style.css is missing from the build");
      }
      context.result(in.readAllBytes());
      context.contentType("text/css; charset=utf-8");
      context.header("Cache-Control", "public, max-age=3600");
    }
  }
}
