namespace ArtisansCorner.Inventory.Reserving;

/// <summary>What setting something aside takes.</summary>
/// <param name="VariantId">What is set aside, or say its <paramref name="Sku"/>, or which material.</param>
/// <param name="Sku">What is set aside, by its code.</param>
/// <param name="MaterialId">Which material is set aside.</param>
/// <param name="Quantity">How many, or how much of a material.</param>
/// <param name="Unit">Of a material: the unit of the quantity; nothing: the one it is used in.</param>
/// <param name="Reason">What it is for.</param>
/// <param name="WantedOn">By which day it is wanted.</param>
public sealed record NewReservation(Guid? VariantId = null, string? Sku = null, Guid? MaterialId = null, decimal Quantity = 0, string? Unit = null, string? Reason = null, DateOnly? WantedOn = null);
