package cn.anxun.core.form;

import cn.anxun.core.indicator.Fraction;
import cn.anxun.core.indicator.Indicator.Direction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Catches what printed forms really get wrong, and what a form still owes. */
final class FormCheck {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final FormSettings settings;

  FormCheck(FormSettings settings) {
    this.settings = settings;
  }

  List<FormFlag> check(
      FormDefinition form,
      List<RowReading> rows,
      Optional<FormEngine.ExecutionReading> execution,
      Optional<BigDecimal> weights) {
    List<FormFlag> flags = new ArrayList<>();
    execution.ifPresent(block -> checkExecution(block, flags));
    weights
        .filter(sum -> sum.compareTo(HUNDRED) != 0)
        .ifPresent(sum -> flags.add(flag("", FormFlag.Type.WEIGHTS_SUM, plain(sum))));
    if (form.isScored()) {
      checkBlocks(form, flags);
    }
    checkFrozen(form, flags);
    for (RowReading row : rows) {
      checkTarget(row, flags);
      checkPrinted(row, flags);
      checkDeviation(row, flags);
    }
    return flags;
  }

  private static void checkExecution(FormEngine.ExecutionReading execution, List<FormFlag> flags) {
    Optional<String> printed = execution.block().printedRate();
    if (!printed.isPresent()) {
      return;
    }
    List<BigDecimal> numbers = QuantityText.numbers(printed.get());
    boolean same =
        numbers.isEmpty()
            || (!execution.rate().equals("/")
                && hasNumber(numbers, new BigDecimal(execution.rate())));
    if (!same) {
      flags.add(flag("", FormFlag.Type.EXECUTION_RATE, execution.rate(), printed.get()));
    }
  }

  private static boolean hasNumber(List<BigDecimal> numbers, BigDecimal wanted) {
    return numbers.stream().anyMatch(number -> number.compareTo(wanted) == 0);
  }

  private static void checkBlocks(FormDefinition form, List<FormFlag> flags) {
    for (Map.Entry<String, BigDecimal> declared : form.declared().entrySet()) {
      BigDecimal sum = BigDecimal.ZERO;
      for (FormRow row : form.rows()) {
        sum =
            row.level1().equals(declared.getKey())
                ? sum.add(row.weight().orElse(BigDecimal.ZERO))
                : sum;
      }
      if (sum.compareTo(declared.getValue()) != 0) {
        flags.add(
            flag(
                declared.getKey(),
                FormFlag.Type.LEVEL_WEIGHT,
                plain(sum),
                plain(declared.getValue())));
      }
    }
  }

  private void checkFrozen(FormDefinition form, List<FormFlag> flags) {
    LocalDate due = settings.targetsDue().atYear(form.year());
    form.targetsFrozen()
        .filter(frozen -> frozen.isAfter(due))
        .ifPresent(
            frozen ->
                flags.add(flag("", FormFlag.Type.TARGET_FROZEN_LATE, frozen.toString(), due)));
  }

  private static void checkTarget(RowReading row, List<FormFlag> flags) {
    if (row.target().operatorFault()) {
      flags.add(flag(row, FormFlag.Type.OPERATOR, ""));
    } else if (row.target() instanceof Target.Quantitative target
        && target.operator().isPresent()) {
      Operator operator = target.operator().get();
      Direction direction = row.row().direction();
      if ((direction == Direction.HIGHER && operator.asksForLess())
          || (direction == Direction.LOWER && operator.asksForMore())) {
        flags.add(flag(row, FormFlag.Type.DIRECTION, ""));
      }
    }
  }

  private static void checkPrinted(RowReading row, List<FormFlag> flags) {
    if (carriesOperator(row.row().printed()) || carriesOperator(row.row().typed())) {
      flags.add(flag(row, FormFlag.Type.PRINTED_OPERATOR, ""));
    }
    if (!row.figure().isPresent() || !row.row().printed().isPresent()) {
      return;
    }
    List<BigDecimal> printed = QuantityText.numbers(row.row().printed().get());
    if (!printed.isEmpty() && !isOurs(row, printed)) {
      flags.add(
          flag(row, FormFlag.Type.PRINTED_DIFFERS, row.actualText(), row.row().printed().get()));
    }
  }

  private static boolean isOurs(RowReading row, List<BigDecimal> printed) {
    return row.actual().isPresent() && hasNumber(printed, row.printedInOnes());
  }

  /** A sign anywhere, or a word such as 以上 around a bare number. */
  private static boolean carriesOperator(Optional<String> actual) {
    if (!actual.isPresent()) {
      return false;
    }
    QuantityText read = QuantityText.read(actual.get());
    return !read.operators().isEmpty() && (read.signs() || read.quantity().isPresent());
  }

  private void checkDeviation(RowReading row, List<FormFlag> flags) {
    Optional<Target.Quantitative> wanted = row.computable();
    if (!wanted.isPresent() || !wanted.get().operator().isPresent()) {
      return;
    }
    Target.Quantitative target = wanted.get();
    Operator operator = target.operator().get();
    Fraction actual = row.actual().get();
    boolean missed =
        !target.isMetBy(operator, actual)
            && !target.isMetBy(operator, Fraction.of(row.printedInOnes()));
    boolean over =
        operator.asksForMore()
            && actual.compareTo(Fraction.of(target.inOnes().multiply(settings.overCompletion())))
                > 0;
    if ((missed || over) && row.row().reason().isEmpty()) {
      flags.add(flag(row, FormFlag.Type.DEVIATION, row.completion()));
    }
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static FormFlag flag(RowReading row, FormFlag.Type type, String says, Object... details) {
    return flag(row.row().level3(), type, says, details);
  }

  private static FormFlag flag(String row, FormFlag.Type type, String says, Object... details) {
    return new FormFlag(
        row, type, says, Arrays.stream(details).map(Object::toString).collect(Collectors.toList()));
  }
}
