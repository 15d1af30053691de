package cn.anxun.server.report.form;

import cn.anxun.core.form.FormDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The layouts by template. Those that ship stand as JSON beside this class and are named in {@code
 * layouts.txt}: a new one needs no code.
 */
public final class FormLayouts {
  private static final String SCORED = "项目支出绩效自评表";
  private static final String UNSCORED = "项目绩效目标完成情况表";

  private final Map<String, FormLayout> byTemplate;

  private FormLayouts(Map<String, FormLayout> byTemplate) {
    this.byTemplate = byTemplate;
  }

  /** The layouts that ship. */
  public static FormLayouts shipped() {
    Map<String, FormLayout> layouts = new LinkedHashMap<>();
    String index = new String(resource("layouts.txt"), StandardCharsets.UTF_8);
    index
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(
            name -> {
              FormLayout layout = FormLayoutJson.read(resource(name.strip()));
              layouts.put(layout.template(), layout);
            });
    return new FormLayouts(layouts);
  }

  /** These layouts with one more, or another in the place of one. */
  public FormLayouts with(FormLayout layout) {
    Map<String, FormLayout> layouts = new LinkedHashMap<>(byTemplate);
    layouts.put(layout.template(), layout);
    return new FormLayouts(layouts);
  }

  /** The templates that have a layout. */
  public List<String> templates() {
    return List.copyOf(byTemplate.keySet());
  }

  /** The layout of the form's template; for a template that has none, the usual one of its sort. */
  public FormLayout of(FormDefinition form) {
    FormLayout own = byTemplate.get(form.template());
    if (own != null) {
      return own;
    }
    FormLayout usual = byTemplate.get(form.isScored() ? SCORED : UNSCORED);
    if (usual == null) {
      throw new IllegalStateException("the shipped layouts are missing from the build");
    }
    return usual;
  }

  private static byte[] resource(String name) {
    try (InputStream in = FormLayouts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing from the build");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
