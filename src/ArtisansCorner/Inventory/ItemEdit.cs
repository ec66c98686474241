namespace ArtisansCorner.Inventory;

/// <summary>What is to be different of an item; what is not said stays.</summary>
/// <param name="VariantId">Which.</param>
/// <param name="Price">Its price, in minor units.</param>
/// <param name="Threshold">At or under how many it is low; below zero: as usual in the shop.</param>
/// <param name="OnHand">How many were counted; what differs is set right in the usual place.</param>
public sealed record ItemEdit(Guid VariantId, long? Price = null, long? Threshold = null, long? OnHand = null);

/// <summary>Items that were changed together.</summary>
/// <param name="BatchId">By which all of it is undone.</param>
/// <param name="Changed">How many are different now.</param>
public sealed record ItemsEdited(Guid BatchId, int Changed);
