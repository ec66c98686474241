using System.Text;
using ArtisansCorner.Importing;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Tests.Harness;
using CsCheck;

namespace ArtisansCorner.Tests.Importing;

/// <summary>The headings of the platforms are known however a file arranges them, and never taken for those of another.</summary>
public sealed class RecognitionTests
{
    private const int VariantsOfEach = 400;

    /// <summary>For the headings of headers.json our formats; those that we do not read stand for themselves, and must be known as nothing.</summary>
    private static readonly Dictionary<string, string> Formats = new()
    {
        ["etsy.sold_order_items"] = "etsy-items", ["etsy.sold_orders"] = "etsy-orders", ["etsy.direct_checkout_payments"] = "etsy-payments", ["etsy.deposits"] = "etsy-deposits",
        ["etsy.statement"] = "etsy-statement", ["etsy.statement.de"] = "etsy-statement", ["etsy.listings"] = "etsy-listings", ["etsy.listings.it"] = "etsy-listings",
        ["shopify.orders"] = "shopify-orders", ["shopify.products.v1"] = "shopify-products", ["shopify.products.v2"] = "shopify-products", ["shopify.customers"] = "shopify-customers",
        ["shopify.payments_transactions"] = "shopify-payments", ["shopify.payouts"] = "shopify-payouts",
        ["square.items.33"] = "square-items", ["square.items.35"] = "square-items", ["square.transactions"] = "square-transactions", ["square.catalog"] = "square-catalog",
        ["woocommerce.products"] = "woocommerce-products", ["woocommerce.analytics_orders"] = "woocommerce-orders",
        ["woocommerce.analytics_revenue"] = "woocommerce-revenue", ["paypal.activity"] = "paypal", ["paypal.statement"] = "paypal-statement", ["stripe.itemised_balance"] = "stripe",
    };

    private static readonly string[] More = ["Something new", "Color", "My remark", "Column 7", "Gift?", "Ärmel"];

    [Fact]
    public async Task However_a_file_is_arranged_it_is_known_and_never_as_another()
    {
        var headings = Json.Parse(await File.ReadAllTextAsync(Shared.Need("import-samples", "headers", "headers.json"), TestContext.Current.CancellationToken));
        using var pipeline = new Pipeline("US", "USD");
        var (tried, right) = (0, 0);
        List<string> unread = [];
        foreach (var key in headings.Names)
        {
            var format = Formats.GetValueOrDefault(key);
            if (RecognizeFormat.Find(format) is null) unread.Add(key);
            string[] columns = [.. headings[key]["columns"].Select(column => (string)column!)];
            await Gen.Int[0, int.MaxValue - 1].SampleAsync(
                async seed =>
                {
                    var random = new Random(seed);
                    var (parts, _, problem) = await pipeline.SurveyAsync(Variant(columns, format, random));
                    var found = parts is [var part] && problem is null ? part.Format ?? string.Join(" or ", part.Candidates.Select(candidate => candidate.Format)) : null;
                    Interlocked.Increment(ref tried);
                    if (found == (RecognizeFormat.Find(format) is null ? null : format)) Interlocked.Increment(ref right);
                    else Assert.True(found is null || found.Contains(" or ", StringComparison.Ordinal), $"{key} was taken for {found} (seed {seed})");
                },
                iter: VariantsOfEach, threads: 2);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{right:N0} of {tried:N0} variants known; not read: {string.Join(", ", unread)}");
        Assert.True(right >= 0.99 * tried, $"{right:N0} of {tried:N0}");
    }

    private static byte[] Variant(string[] columns, string? format, Random random)
    {
        var kept = columns.ToList();
        // What a format cannot do without stays; of the rest a few are gone.
        for (var gone = random.Next(4); gone > 0 && kept.Count > 3; gone--)
        {
            var at = random.Next(kept.Count);
            if (RecognizeFormat.Find(format) is { } known && known.Match(new Headings([.. kept.Where((_, index) => index != at)])).Confidence == 0) continue;
            kept.RemoveAt(at);
        }

        foreach (var name in More.OrderBy(_ => random.Next()).Take(random.Next(4))) kept.Add(name);
        string[] names = [.. kept.OrderBy(_ => random.Next())];
        string[][] rows = [[.. names.Select(name => Renamed(name, random))], .. Enumerable.Range(0, 3).Select(_ => names.Select(name => Cell(name, random)).ToArray())];
        if (random.Next(8) == 0) return Packed.Workbook(rows);
        var (separator, line) = (",;\t|"[random.Next(4)], new[] { "\n", "\r\n", "\r" }[random.Next(3)]);
        var title = random.Next(6) == 0 ? $"Export of my shop{line}{line}" : "";
        return Encoded(title + string.Concat(rows.Select(row => string.Join(separator, row.Select(cell => Quoted(cell, separator, random))) + line)), random);
    }

    private static string Renamed(string name, Random random) => random.Next(6) switch
    {
        0 => name.ToUpperInvariant(),
        1 => name.ToLowerInvariant(),
        2 => $"  {name} ",
        3 => name.Replace(" ", "  ", StringComparison.Ordinal),
        4 => name.Replace(' ', '_'),
        _ => name,
    };

    private static string Cell(string name, Random random)
    {
        var key = name.ToLowerInvariant();
        if (key.Contains("date") || key.EndsWith(" at", StringComparison.Ordinal)) return $"2026-09-{random.Next(1, 28):00}";
        if (key.Contains("quantity") || key.Contains("qty")) return $"{random.Next(1, 9)}";
        if (key.Contains("price") || key.Contains("amount") || key.Contains("total") || key.Contains("fee") || key.Contains("net") || key.Contains("gross") || key.Contains("tax")) return $"1,{random.Next(100, 999)}.50";
        return new[] { "Mug", "", "Ärmel “blau”, groß", "a \"quoted\" word", "two\nlines", "x; y | z" }[random.Next(6)];
    }

    private static string Quoted(string cell, char separator, Random random) =>
        random.Next(5) == 0 || cell.Contains(separator) || cell.AsSpan().ContainsAny('"', '\n', '\r') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static byte[] Encoded(string text, Random random) => random.Next(6) switch
    {
        0 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        1 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        2 => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
        3 => Encoding.Unicode.GetBytes(text),
        4 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
        _ => Encoding.UTF8.GetBytes(text),
    };
}
