namespace ArtisansCorner.Demo;

/// <summary>One order of the sample year, before it is rows. Amounts are minor units.</summary>
internal sealed record SampleOrder(
    DateTime At, string Channel, string? Number, int? Customer, IReadOnlyList<(int Piece, int Quantity)> Lines, int PercentOff, long Shipping, bool FreeShipping,
    bool MarketplaceTaxed, int? RefundedAfterDays, bool Cancelled);

/// <summary>
/// Tells a maker's year up to now: quiet January, busy November, weekends, six fairs, regulars who come back, a few returns.
/// The same seed and the same day tell the same year.
/// </summary>
internal sealed class SampleYear(DateTime now, long minorPerMajor)
{
    private const int Seed = 20;
    private static readonly double[] ByMonth = [0.55, 0.70, 0.85, 0.90, 0.95, 0.85, 0.80, 0.80, 1.00, 1.20, 1.75, 1.90];
    private static readonly double[] ByWeekday = [1.25, 0.85, 0.80, 0.85, 0.95, 1.05, 1.30];
    private static readonly int[] ByHour = [0, 0, 0, 0, 0, 0, 1, 2, 4, 6, 8, 8, 9, 7, 6, 6, 6, 7, 9, 11, 12, 9, 5, 2];

    private readonly Random random = new(Seed);
    private readonly List<int> regulars = [];
    private int people, etsy = 20411, shopify = 1000, site;

    /// <summary>How many different buyers there were; known after <see cref="Orders"/> was read to its end.</summary>
    public int People => people;

    /// <summary>The orders of 365 days, in order.</summary>
    public IEnumerable<SampleOrder> Orders()
    {
        var today = DateOnly.FromDateTime(now);
        for (var day = today.AddDays(-364); day <= today; day = day.AddDays(1))
        {
            var fair = IsFair(day);
            var expected = 3.1 * ByMonth[day.Month - 1] * ByWeekday[(int)day.DayOfWeek];
            var orders = Enumerable.Range(0, Poisson(expected)).Select(_ => Online(day))
                .Concat(fair ? Enumerable.Range(0, 14 + random.Next(12)).Select(_ => AtFair(day)) : [])
                .OrderBy(order => order.At).ToList();
            foreach (var order in orders.Where(order => order.At <= now)) yield return order;
        }
    }

    /// <summary>A fair takes the second Saturday of its month and the Sunday after it.</summary>
    private static bool IsFair(DateOnly day)
    {
        var saturday = day.DayOfWeek == DayOfWeek.Sunday ? day.AddDays(-1) : day;
        return saturday is { DayOfWeek: DayOfWeek.Saturday, Day: >= 8 and <= 14 } && SampleCatalog.FairMonths.Contains(saturday.Month);
    }

    private SampleOrder Online(DateOnly day)
    {
        var channel = random.Next(100) switch { < 46 => "Etsy", < 76 => "Own site", _ => "Shopify" };
        var number = channel switch
        {
            "Etsy" => $"31812{etsy++:D5}",
            "Shopify" => $"#{++shopify}",
            _ => $"W-{++site:D4}",
        };
        var lines = Lines(1 + (random.Next(100) < 28 ? 1 : 0) + (random.Next(100) < 8 ? 1 : 0), day);
        var worth = lines.Sum(line => SampleCatalog.Pieces[line.Piece].Price * line.Quantity);
        var sale = day is { Month: 11, Day: >= 20 and <= 27 };
        return new SampleOrder(
            At(day, random.Next(24)), channel, number, Buyer(), lines,
            PercentOff: random.Next(100) < (sale ? 45 : 7) ? (sale ? 15 : 10) : 0,
            Shipping: (channel == "Etsy" ? 450 : 395) * minorPerMajor / 100,
            FreeShipping: worth > 75,
            MarketplaceTaxed: channel == "Etsy" && random.Next(100) < 18,
            RefundedAfterDays: random.Next(1000) < 24 ? 3 + random.Next(12) : null,
            Cancelled: random.Next(1000) < 7);
    }

    private SampleOrder AtFair(DateOnly day) => new(
        day.ToDateTime(new TimeOnly(10 + random.Next(7), random.Next(60))), "Fair", null, random.Next(100) < 6 ? Buyer() : null, Lines(1 + random.Next(100) / 70, day),
        PercentOff: 0, Shipping: 0, FreeShipping: false, MarketplaceTaxed: false, RefundedAfterDays: null, Cancelled: false);

    private DateTime At(DateOnly day, int fallback)
    {
        var pick = random.Next(ByHour.Sum());
        for (var hour = 0; hour < 24; hour++)
        {
            pick -= ByHour[hour];
            if (pick < 0) return day.ToDateTime(new TimeOnly(hour, random.Next(60), random.Next(60)));
        }

        return day.ToDateTime(new TimeOnly(fallback, 0));
    }

    private List<(int Piece, int Quantity)> Lines(int count, DateOnly day)
    {
        var lines = new Dictionary<int, int>();
        while (lines.Count < count)
        {
            var piece = Piece(day);
            lines[piece] = random.Next(100) switch { < 74 => 1, < 92 => 2, _ => 4 };
        }

        return [.. lines.Select(line => (line.Key, SampleCatalog.Pieces[line.Key].Batch == 1 ? 1 : line.Value))];
    }

    private int Piece(DateOnly day)
    {
        var weights = SampleCatalog.Pieces.Select(piece => piece.Sku == "HL-XMS-03" ? (day.Month >= 11 ? 26 : 0) : piece.Popularity).ToArray();
        var pick = random.Next(weights.Sum());
        for (var i = 0; i < weights.Length; i++)
        {
            pick -= weights[i];
            if (pick < 0) return i;
        }

        return 0;
    }

    private int Buyer()
    {
        if (regulars.Count > 20 && random.Next(100) < 31) return regulars[(int)(regulars.Count * Math.Pow(random.NextDouble(), 1.6))];
        regulars.Add(people);
        return people++;
    }

    /// <summary>Knuth's method: multiplies uniform numbers until they fall under e^−mean.</summary>
    private int Poisson(double mean)
    {
        var (limit, product, count) = (Math.Exp(-mean), random.NextDouble(), 0);
        while (product > limit)
        {
            product *= random.NextDouble();
            count++;
        }

        return count;
    }
}
