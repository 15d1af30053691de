package cn.anxun.app.form;

import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.entry.Field;
import java.util.Optional;

/**
 * A field that a form asks for.
 *
 * @param label the office's own label; "" where core's labels name the field
 * @param list whose values are offered; empty for free text
 * @param isMain shown at once; the others under 更多字段
 */
public record FormField(Field<?> field, String label, Optional<CodeList> list, boolean isMain) {
  public String name() {
    return field.name();
  }

  public boolean isNumber() {
    return field.type() == Field.Type.INTEGER || field.type() == Field.Type.DECIMAL;
  }
}
