package cn.anxun.app.form;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import cn.anxun.app.R;
import cn.anxun.app.record.Records;
import cn.anxun.app.ui.Labels;
import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the view that a field is asked by. */
public final class FieldViews {
  /** Hears what was filled in. */
  public interface Answers {
    /** The value; null where it was cleared. */
    void set(String field, @Nullable Json value);

    /**
     * The site that was chosen, or what was typed so far.
     *
     * @param subject "" until one is chosen
     */
    void setSite(String subject, String name);

    void activate(String field);

    void chooseDay(String field);
  }

  private final LayoutInflater inflater;
  private final Records records;
  private final Map<String, Map<String, String>> names;
  private final Answers answers;

  public FieldViews(
      LayoutInflater inflater,
      Records records,
      Map<String, Map<String, String>> names,
      Answers answers) {
    this.inflater = inflater;
    this.records = records;
    this.names = names;
    this.answers = answers;
  }

  public FieldView make(FormField field, ViewGroup parent) {
    if (field.name().equals(RecordFields.SITE.name())) {
      return new SiteFieldView(
          inflate(parent, R.layout.form_field_search), field, records, answers);
    }
    Map<String, String> named = names.getOrDefault(field.name(), Map.of());
    if (!named.isEmpty()) {
      return new NamedCodeFieldView(
          inflate(parent, R.layout.form_field_search), field, named, answers);
    }
    CodeList list = field.list().orElse(null);
    if (list != null) {
      return new CodeFieldView(inflate(parent, R.layout.form_field_codes), field, list, answers);
    }
    return switch (field.field().type()) {
      case INTEGER, DECIMAL ->
          new NumberFieldView(inflate(parent, R.layout.form_field_number), field, answers);
      case DATE -> new DateFieldView(inflate(parent, R.layout.form_field_number), field, answers);
      case FLAG -> new FlagFieldView(inflate(parent, R.layout.form_field_flag), field, answers);
      case TEXT, CODE, CODES, REFERENCE, REFERENCES, DOCUMENT ->
          new TextFieldView(inflate(parent, R.layout.form_field_text), field, answers);
    };
  }

  private View inflate(ViewGroup parent, int layout) {
    return inflater.inflate(layout, parent, false);
  }

  static String label(Context context, FormField field) {
    return field.label().isEmpty() ? Labels.field(context, field.name()) : field.label();
  }
}
