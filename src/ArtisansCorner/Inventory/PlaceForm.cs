using System.Globalization;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;

namespace ArtisansCorner.Inventory;

/// <summary>A place as it is being typed.</summary>
public sealed class PlaceForm
{
    /// <summary>Made with the form, so that sending it twice makes one place.</summary>
    public Guid Token { get; set; }

    /// <summary>The version that is changed.</summary>
    public int Version { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>What it is, as <see cref="LocationKind"/> names it.</summary>
    public string? Kind { get; set; }

    /// <summary>Of a fair: its first day.</summary>
    public string? FirstDay { get; set; }

    /// <summary>Of a fair: its last day; empty: it has one day.</summary>
    public string? LastDay { get; set; }

    /// <summary>Of a gallery: what it keeps of each sale, in percent.</summary>
    public string? Share { get; set; }

    /// <summary>Of a gallery: since when it has pieces on these terms.</summary>
    public string? Since { get; set; }

    /// <summary>Of a gallery: who to write to there.</summary>
    public string? Contact { get; set; }

    /// <summary>An empty form, for what is added most often.</summary>
    public static PlaceForm Empty() => new() { Token = Guid.CreateVersion7(), Kind = nameof(LocationKind.Fair) };

    /// <summary>The form of a place that is there.</summary>
    public static PlaceForm For(LocationItem place) => new()
    {
        Version = place.Version, Name = place.Name, Kind = place.Kind.ToString(), FirstDay = PlaceWords.Field(place.FirstDay), LastDay = PlaceWords.Field(place.LastDay),
        Share = place.Share?.ToString("0.##", CultureInfo.InvariantCulture), Since = PlaceWords.Field(place.Since), Contact = place.Contact,
    };

    /// <summary>What it says, and what in it cannot be read; only a fair has days, and only a gallery terms.</summary>
    public (NewLocation Place, List<Problem> Problems) Read(ShopFacts shop)
    {
        var reader = new FormReader(shop.Currency);
        var kind = EnumWords.Find<LocationKind>(Kind) ?? LocationKind.Studio;
        if (kind == LocationKind.Gallery)
            return (new NewLocation(Name, kind, Share: reader.Quantity(Share?.Replace("%", "", StringComparison.Ordinal), "Share"), Since: reader.Day(Since, "Since"), Contact: Contact), reader.Problems);
        if (kind != LocationKind.Fair) return (new NewLocation(Name, kind), reader.Problems);
        var (first, last) = (reader.Day(FirstDay, "FirstDay"), reader.Day(LastDay, "LastDay"));
        return (new NewLocation(Name, kind, first, last ?? first), reader.Problems);
    }
}
