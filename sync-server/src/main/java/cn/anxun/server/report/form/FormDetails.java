package cn.anxun.server.report.form;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What stands on a form beside its figures, as the office fills it in; "" or empty leaves room to
 * write by hand.
 *
 * @param department 主管部门
 * @param preparedBy 填表人
 * @param phone 联系电话
 * @param filledOn 填报日期
 */
public record FormDetails(
    String department, String preparedBy, String phone, Optional<LocalDate> filledOn) {
  public static final FormDetails BLANK = new FormDetails("", "", "", Optional.empty());
}
