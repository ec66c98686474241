using System.Globalization;
using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Inventory.Reserving;

/// <summary>A reservation as it is being typed.</summary>
public sealed class ReservationForm
{
    /// <summary>Made with the form, so that sending it twice sets aside once.</summary>
    public Guid Token { get; set; }

    /// <summary>The version that is changed.</summary>
    public int Version { get; set; }

    /// <summary>What is set aside, by the id of the variant or material.</summary>
    public string? Item { get; set; }

    /// <summary>How much.</summary>
    public string? Quantity { get; set; }

    /// <summary>In which unit; empty: pieces, or the unit the material is used in.</summary>
    public string? Unit { get; set; }

    /// <summary>What it is for.</summary>
    public string? Reason { get; set; }

    /// <summary>By which day it is wanted.</summary>
    public string? WantedOn { get; set; }

    /// <summary>The form of a reservation, or an empty one for this item.</summary>
    public static ReservationForm For(ReservationItem? reservation, Guid? item) => new()
    {
        Token = Guid.CreateVersion7(), Version = reservation?.Version ?? 0, Item = (reservation?.VariantId ?? item)?.ToString(), Quantity = reservation?.Quantity.ToString(CultureInfo.InvariantCulture),
        Unit = reservation?.Unit, Reason = reservation?.Reason, WantedOn = reservation?.WantedOn is { } day ? CsvText.Day(day) : null,
    };

    /// <summary>The reservation that it says, and what in it cannot be read.</summary>
    public (NewReservation Reservation, List<Problem> Problems) Read(ShopFacts shop, IReadOnlyList<MeasuredItem> items)
    {
        var reader = new FormReader(shop.Currency);
        var item = Guid.TryParse(Item, out var id) ? items.FirstOrDefault(one => one.VariantId == id) : null;
        if (item is null) reader.Problems.Add(new("item_missing", "Which one?", nameof(Item)));
        return (new NewReservation(
            item?.Unit is null ? item?.VariantId : null, null, item?.Unit is null ? null : item.VariantId, reader.Quantity(Quantity, nameof(Quantity)) ?? 0,
            string.IsNullOrWhiteSpace(Unit) ? null : Unit, Reason, reader.Day(WantedOn, nameof(WantedOn))), reader.Problems);
    }
}
