package cn.anxun.server.console;

import cn.anxun.core.text.Texts;
import cn.anxun.server.http.Requests;
import io.javalin.http.Context;
import java.util.function.Consumer;

/** The frame of every page. */
final class Page {
  static final String STYLE = "/style.css";

  private Page() {}

  static void send(Context context, String title, Consumer<Html> content) {
    Texts texts = Requests.texts(context);
    Html html = new Html();
    html.element(
        "html",
        page -> {
          page.element(
              "head",
              head -> {
                head.open("meta", "charset", "utf-8");
                head.open(
                    "meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
                head.element("title", title);
                head.open("link", "rel", "stylesheet", "href", STYLE);
              });
          page.element("body", content);
        },
        "lang",
        texts.text("console.lang"));
    context.html("<!DOCTYPE html>" + html);
  }

  /** A form of the browser, protected against being sent from elsewhere. */
  static void form(Html html, String action, String csrf, Consumer<Html> fields) {
    html.element(
        "form",
        form -> {
          form.open("input", "type", "hidden", "name", Csrf.FIELD, "value", csrf);
          fields.accept(form);
        },
        "method",
        "post",
        "action",
        action);
  }

  /** A labelled input. */
  static void input(Html html, String label, String name, String type, String value) {
    html.element(
        "label",
        field -> {
          field.element("span", label);
          field.open("input", "name", name, "type", type, "value", value);
        });
  }
}
