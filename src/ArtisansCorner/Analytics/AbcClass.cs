using System.Text.Json.Serialization;

namespace ArtisansCorner.Analytics;

/// <summary>How much an item matters: A the few that bring four fifths of net sales, B those up to 95 %, C the rest.</summary>
public enum AbcClass
{
    /// <summary>Among those that bring the first 80 %.</summary>
    [JsonStringEnumMemberName("A")]
    A,

    /// <summary>Among those that bring the next 15 %.</summary>
    [JsonStringEnumMemberName("B")]
    B,

    /// <summary>The rest.</summary>
    [JsonStringEnumMemberName("C")]
    C,
}

/// <summary>What an item is classed by.</summary>
/// <param name="Key">The item.</param>
/// <param name="Sku">Its code, which decides between items that sold the same.</param>
/// <param name="NetSales">Its net sales, in minor units.</param>
public readonly record struct AbcItem(Guid Key, string Sku, long NetSales);

/// <summary>Classes items by net sales: by how much those before an item, best first, have brought of the whole.</summary>
public static class AbcClasses
{
    private const int APercent = 80;
    private const int BPercent = 95;

    /// <summary>The class of each item; nothing has one while nothing was sold.</summary>
    public static IReadOnlyDictionary<Guid, AbcClass> Of(IReadOnlyCollection<AbcItem> items)
    {
        var (classes, before, all) = (new Dictionary<Guid, AbcClass>(items.Count), (Int128)0, items.Aggregate((Int128)0, (sum, item) => sum + item.NetSales));
        if (all <= 0) return classes;
        foreach (var item in items.OrderByDescending(item => item.NetSales).ThenBy(item => item.Sku, StringComparer.Ordinal).ThenBy(item => item.Key))
        {
            classes[item.Key] = before * 100 < all * APercent ? AbcClass.A : before * 100 < all * BPercent ? AbcClass.B : AbcClass.C;
            before += item.NetSales;
        }

        return classes;
    }
}
