using System.Globalization;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Ui.Charts;

namespace ArtisansCorner.Ui;

/// <summary>What the page of parts shows in them: four weeks of a pottery that does not exist.</summary>
internal static class PartsSample
{
    private static readonly Currency Pounds = Currency.Of("GBP");

    private static readonly long[] Before =
        [13260, 10400, 12660, 9880, 15140, 20120, 16860, 14140, 11880, 13920, 12740, 17200, 18960, 23700, 14820, 12140, 16480, 10900, 15860, 22140, 17640, 13600, 11360, 15240, 10760, 16800, 21420, 18260];

    private static readonly long[] Now =
        [11650, 9740, 14100, 8640, 16270, 20900, 15180, 12460, 10320, 15720, 9200, 15700, 21460, 13560, 13020, 10800, 14880, 15160, 14640, 70240, 56060, 14360, 11800, 12700, 9240, 13840, 17120, 11020];

    /// <summary>The menu of the sample shop.</summary>
    public static readonly IReadOnlyList<MenuItem> Menu =
    [
        new("Home", "/ui", "home", 'h'), new("Sales", "/ui/sales", "sales", 's'), new("Inventory", "/ui/inventory", "inventory", 'i'),
        new("Customers", "/ui/customers", "customers", 'c'), new("Reports", "/ui/reports", "reports", 'r'),
        new("Import", "/ui/import", "import", 'm'), new("Settings", "/ui/settings", "settings", Last: true),
    ];

    /// <summary>Net sales per day.</summary>
    public static readonly IReadOnlyList<BarChartPoint> Days = [.. Now.Select(PointOf)];

    /// <summary>Orders by weekday and hour.</summary>
    public static readonly IReadOnlyList<IReadOnlyList<long>> Hours =
        [.. Enumerable.Range(0, 7).Select(day => (IReadOnlyList<long>)[.. Enumerable.Range(8, 15).Select(hour => OrdersAt(day, hour))])];

    /// <summary>The course of net sales.</summary>
    public static IReadOnlyList<double> Course => [.. Now.Select(value => (double)value)];

    /// <summary>Names that each get another glyph.</summary>
    public static readonly string[] Products =
        ["Speckled mug", "Pasta bowl, ash glaze", "Tall vase, tenmoku", "Espresso cups, pair", "Butter dish", "Pour-over set", "Silver ring", "Beeswax candle", "Lambswool scarf", "Oat soap", "Oak board", "Linocut print"];

    /// <summary>So many pounds and pence.</summary>
    public static Money Pence(long amount) => new(amount, Pounds);

    /// <summary>The words of a tick of pounds.</summary>
    public static readonly Func<double, bool, string> PoundTick = AxisWords.Money(Pounds);

    private static BarChartPoint PointOf(long value, int index)
    {
        var day = new DateOnly(2026, 10, 26).AddDays(index);
        var today = index == Now.Length - 1;
        return new BarChartPoint(
            today ? "Today" : day.ToString("d MMM", CultureInfo.InvariantCulture),
            day.ToString("ddd d MMM", CultureInfo.InvariantCulture),
            value, Pence(value).ToString(), Before[index], Pence(Before[index]).ToString(), ChangeWords.Between(value, Before[index]).ToString(),
            Major: day.DayOfWeek == DayOfWeek.Monday, Partial: today, Note: index == 19 ? "Winter fair, Stroud" : null);
    }

    private static long OrdersAt(int day, int hour) => (day, hour) switch
    {
        ( >= 5, >= 10 and <= 12) => 3 + (day + hour) % 4,
        ( >= 5, >= 15 and <= 16) => 2 + (day * hour) % 3,
        (_, 20) => 1 + day % 3,
        _ => (day * 7 + hour * 3) % 5 == 0 ? 0 : (day + hour) % 6 == 0 ? 2 : 1,
    };
}
