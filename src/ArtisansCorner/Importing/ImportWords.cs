using System.Globalization;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Ui;

namespace ArtisansCorner.Importing;

/// <summary>What pages say about an import.</summary>
internal static class ImportWords
{
    /// <summary>“12,800”.</summary>
    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>“1 row”, “12,800 rows”.</summary>
    public static string Count(long count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    /// <summary>“All of the first 5 rows can go in”, “2 of the first 5 rows can go in”, “The first row cannot go in”.</summary>
    public static string FirstRows(int good, int tried) => (good, tried) switch
    {
        (0, 1) => "The first row cannot go in",
        (1, 1) => "The first row can go in",
        (0, _) => $"None of the first {Number(tried)} rows can go in",
        _ when good == tried => $"All of the first {Number(tried)} rows can go in",
        _ => $"{Number(good)} of the first {Number(tried)} rows can go in",
    };

    /// <summary>“45.0 MB”.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => Count(bytes, "byte", "bytes"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MB"),
    };

    /// <summary>What is being done.</summary>
    public static string Step(ImportDetails import) => import switch
    {
        { TakingBack: true } => "Taking it back",
        { Status: "reading" } => "Reading the file",
        { RowsToDo: > 0 } when import.RowsDone >= import.RowsToDo => "Adding up the figures",
        { Adds: { Sales: 0, Refunds: 0 } } => "Writing",
        _ => "Writing sales",
    };

    /// <summary>How far it is, in a sentence.</summary>
    public static string Progress(ImportDetails import) => import.RowsToDo == 0
        ? "It begins in a moment. You may leave this page."
        : $"{Number(import.RowsDone)} of {Count(import.RowsToDo, Thing(import), Thing(import) + "s")}. You may leave this page.";

    /// <summary>How far, how fast, how long.</summary>
    public static IReadOnlyList<Fact> Facts(ImportDetails import) => import.RowsPerSecond is not { } rate
        ? []
        : [
            new("Done", $"{import.Progress} %"),
            new("Rate", Number(rate), $"{Thing(import)}s a second"),
            .. import.SecondsLeft is { } left ? (Fact[])[left < 120 ? new("Time left", Number(left), left == 1 ? "second" : "seconds") : new("Time left", Number(left / 60), "minutes")] : [],
        ];

    /// <summary>“Adds 41 sales, 2 refunds, 5 new products and 12 new customers”.</summary>
    public static string Adds(ImportDetails import)
    {
        List<string> parts = [];
        if (import.Adds.Sales > 0) parts.Add(Count(import.Adds.Sales, "sale", "sales"));
        if (import.Adds.Refunds > 0) parts.Add(Count(import.Adds.Refunds, "refund", "refunds"));
        if (import.Adds.Completed > 0) parts.Add($"more about {Count(import.Adds.Completed, "sale", "sales")}");
        if (import.Adds.Products > 0) parts.Add(Count(import.Adds.Products, "new product", "new products"));
        if (import.Adds.Customers > 0) parts.Add(Count(import.Adds.Customers, "new customer", "new customers"));
        parts.AddRange(import.Others.Where(other => other.Adds > 0).Select(other => Count(other.Adds, other.One, other.Many)));
        if (parts.Count == 0 && import.Others.FirstOrDefault(other => other.Completes > 0) is { } more) return $"{(import.Status is "done" ? "Completed" : "Completes")} {Count(more.Completes, more.One, more.Many)}";
        if (parts.Count == 0) return import.AlreadyHere > 0 || import.Others.Count > 0 ? "Adds nothing: all of it is here already" : "Adds nothing";
        var list = parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}";
        return $"{(import.Status is "done" ? "Added" : import.Status is "ready" ? "Adds" : "Would have added")} {list}";
    }

    /// <summary>A text as there is room for it in a cell.</summary>
    public static string Short(string? text) => text is null ? "" : text.Shown();

    /// <summary>The first of several, and how many more there are: “Mug, Bowl and 12 more”.</summary>
    public static string FirstOf(IEnumerable<string> first, long all) =>
        first.ToList() is var names && names.Count < all ? $"{string.Join(", ", names)} and {Number(all - names.Count)} more" : string.Join(", ", names);

    /// <summary>How a table writes dates and amounts, in sentences.</summary>
    public static string Habits(PartDetails part, DateOrder dates, ShopFacts shop) =>
        $"{dates switch { DateOrder.DayFirst => "Dates with the day first", DateOrder.MonthFirst => "Dates with the month first", _ => "Dates with the year first" }}, amounts like {(part.DecimalMark == "," ? "1.234,56" : "1,234.56")} in {part.Currency ?? shop.Currency.Code}{(part.SignsAreWrong ? " whatever signs they bear" : "")}, " +
        $"{ClockOf(part.TimeZone ?? shop.TimeZone)} time.";

    // “New York” of “America/New_York”.
    private static string ClockOf(string zone) => zone.Split('/')[^1].Replace('_', ' ');

    /// <summary>“5 new, 3 completed, 2 already here”.</summary>
    public static string Others(FactCount count) => string.Join(
        ", ", new[] { (count.Adds, "new"), (count.Completes, "completed"), (count.AlreadyHere, "already here") }.Where(part => part.Item1 > 0).Select(part => $"{Number(part.Item1)} {part.Item2}"));

    /// <summary>A word with a capital letter.</summary>
    public static string Capitalized(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>Words as they stand inside a sentence.</summary>
    public static string Lowered(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    /// <summary>“Still needed: when it was sold; price of one.”</summary>
    public static string StillNeeded(IReadOnlyList<string> lacks) =>
        lacks.Count == 0 ? "Nothing in these columns can be read." : $"Still needed: {string.Join("; ", lacks)}.";

    /// <summary>What the button says that applies it.</summary>
    public static string ApplyLabel(ImportDetails import) => import.Adds.Sales + import.Adds.Refunds == 0
        ? import.Adds.Completed > 0 ? $"Complete {Count(import.Adds.Completed, "sale", "sales")}"
            : import.Adds.Products > 0 ? $"Add {Count(import.Adds.Products, "product", "products")}"
            : import.Adds.Customers > 0 ? $"Add {Count(import.Adds.Customers, "customer", "customers")}"
            : import.Others.FirstOrDefault(other => other.Adds > 0) is { } first ? $"Add {Count(first.Adds, first.One, first.Many)}"
            : import.Others.FirstOrDefault(other => other.Completes > 0) is { } more ? $"Complete {Count(more.Completes, more.One, more.Many)}" : "Finish"
        : $"Add {Count(import.Adds.Sales + import.Adds.Refunds, import.Adds.Refunds == 0 ? "sale" : "fact", import.Adds.Refunds == 0 ? "sales" : "sales and refunds")}";

    /// <summary>What taking it back would do.</summary>
    public static string WhatUndoDoes(ImportDetails import) => import.Adds.Sales + import.Adds.Refunds + import.Adds.Completed == 0
        ? "This takes back exactly what the file brought: products and customers that nothing else uses go, and what was completed goes back unless it was changed since."
        : $"This takes back {WhatGoes(import)}, and the products and customers that nothing else uses. A sale that you refunded here stays, and so does what another file tells too.";

    private static string WhatGoes(ImportDetails import)
    {
        var parts = new[] { new FactCount("sale", "sales", import.Adds.Sales, 0, 0), new FactCount("refund", "refunds", import.Adds.Refunds, 0, 0) }.Concat(import.Others)
            .Where(part => part.Adds > 0).Select(part => Count(part.Adds, part.One, part.Many));
        return string.Join(", ", parts.DefaultIfEmpty("what was completed"));
    }

    private static string Thing(ImportDetails import) => import.TakingBack ? "sale" : "row";
}
