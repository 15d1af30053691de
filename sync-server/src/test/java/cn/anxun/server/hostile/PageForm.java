package cn.anxun.server.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form as it stands on a page, with what is in its fields.
 *
 * @param action where it goes
 * @param multipart whether it brings a file
 * @param fields by name
 */
record PageForm(String action, boolean multipart, Map<String, String> fields) {
  private static final Pattern FORM = Pattern.compile("(?s)<form([^>]*)>(.*?)</form>");
  private static final Pattern FIELD =
      Pattern.compile("(?s)<(input|button|select|textarea)([^>]*)>(.*?)(?=<|$)");
  private static final Pattern OPTION = Pattern.compile("<option([^>]*)>");

  PageForm {
    fields = new LinkedHashMap<>(fields);
  }

  /** The forms of a page that change something. */
  static List<PageForm> of(String page) {
    List<PageForm> forms = new ArrayList<>();
    Matcher form = FORM.matcher(page);
    while (form.find()) {
      if (form.group(1).contains("method=\"post\"")) {
        forms.add(
            new PageForm(
                attribute(form.group(1), "action"),
                form.group(1).contains("multipart"),
                fields(form.group(2))));
      }
    }
    return forms;
  }

  private static Map<String, String> fields(String body) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher field = FIELD.matcher(body);
    while (field.find()) {
      String name = attribute(field.group(2), "name");
      if (name.isEmpty() || attribute(field.group(2), "type").equals("file")) {
        continue;
      }
      String value =
          switch (field.group(1)) {
            case "select" -> chosen(body.substring(field.end(2)));
            case "textarea" -> text(field.group(3));
            default -> attribute(field.group(2), "value");
          };
      fields.putIfAbsent(name, value);
    }
    return fields;
  }

  private static String chosen(String rest) {
    String options = rest.split("</select>", 2)[0];
    Matcher option = OPTION.matcher(options);
    String last = "";
    while (option.find()) {
      last = attribute(option.group(1), "value");
      if (option.group(1).contains("selected")) {
        return last;
      }
    }
    return last;
  }

  private static String attribute(String tag, String name) {
    Matcher matcher = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(' ' + tag);
    return matcher.find() ? text(matcher.group(1)) : "";
  }

  private static String text(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#34;", "\"")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  PageForm with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.put(name, value);
    return new PageForm(action, multipart, changed);
  }

  PageForm without(String name) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.remove(name);
    return new PageForm(action, multipart, changed);
  }
}
