namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>What a new or changed supplier takes.</summary>
/// <param name="Name">Its name, unique in the shop.</param>
/// <param name="Email">Where orders are sent.</param>
/// <param name="LeadDays">How many days pass from order to arrival; nothing: a week.</param>
/// <param name="Notes">Customer number, minimum order and the like.</param>
/// <param name="IsPutAway">Whether it is offered no more; nothing: as it is.</param>
public sealed record NewSupplier(string? Name, string? Email = null, int? LeadDays = null, string? Notes = null, bool? IsPutAway = null);

/// <summary>A supplier before it was changed, or nothing where it was added, and the version that the change made of it.</summary>
public sealed record SupplierBefore(Guid Id, int Version, NewSupplier? Was);
