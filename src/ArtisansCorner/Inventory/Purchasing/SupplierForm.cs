using System.Globalization;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>A supplier as it is being typed.</summary>
public sealed class SupplierForm
{
    /// <summary>Made with the form, so that sending it twice makes one supplier.</summary>
    public Guid Token { get; set; }

    /// <summary>The version that is changed.</summary>
    public int Version { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>Where orders are sent.</summary>
    public string? Email { get; set; }

    /// <summary>How many days it takes.</summary>
    public string? LeadDays { get; set; }

    /// <summary>What is to be remembered.</summary>
    public string? Notes { get; set; }

    /// <summary>Whether it is offered no more.</summary>
    public bool IsPutAway { get; set; }

    /// <summary>The form of a supplier, or an empty one.</summary>
    public static SupplierForm For(Supplier? supplier) => new()
    {
        Token = Guid.CreateVersion7(), Version = supplier?.Version ?? 0, Name = supplier?.Name, Email = supplier?.Email, Notes = supplier?.Notes, IsPutAway = supplier?.PutAwayAt is not null,
        LeadDays = (supplier?.LeadDays ?? Supplier.UsualLeadDays).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The supplier that it says, and what in it cannot be read.</summary>
    public (NewSupplier Supplier, List<Problem> Problems) Read(ShopFacts shop)
    {
        var reader = new FormReader(shop.Currency);
        return (new NewSupplier(Name, Email, (int?)Math.Clamp(reader.Count(LeadDays, nameof(LeadDays)) ?? Supplier.UsualLeadDays, -1, int.MaxValue), Notes, IsPutAway), reader.Problems);
    }
}
