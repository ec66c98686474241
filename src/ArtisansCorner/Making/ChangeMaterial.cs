using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Making;

/// <summary>Changes a material, retires it, or makes it again what it was, and writes down what it was before; what was used of it keeps it.</summary>
public sealed class ChangeMaterial(AppDb db, WriteChange changes)
{
    /// <summary>The change, or the material where nothing changed; or what is wrong. A <paramref name="version"/> that is not the present one is refused as stale.</summary>
    public async Task<Outcome<Guid>> RunAsync(Guid id, int? version, NewMaterial input, CancellationToken cancel)
    {
        var read = MaterialRules.Check(input);
        return read.Succeeded ? await WriteAsync(id, version, (product, material) => ApplyAsync(product, material, input, read.Value.Units, read.Value.Threshold, cancel), cancel) : read.Problems.ToList();
    }

    /// <summary>Retires a material, or takes it up again; nothing to do is no mistake. Tells the change, or the material where nothing changed.</summary>
    public Task<Outcome<Guid>> SwitchAsync(Guid id, ProductStatus status, CancellationToken cancel) => WriteAsync(
        id,
        null,
        (product, _) =>
        {
            product.Status = status;
            return Task.FromResult<Problem?>(null);
        },
        cancel);

    /// <summary>Makes a material again what it was before a change, as long as nobody changed it since; tells the material.</summary>
    public async Task<Outcome<Guid>> UndoAsync(Guid changeId, CancellationToken cancel)
    {
        if (await db.ProductChanges.AsNoTracking().FirstOrDefaultAsync(row => row.Id == changeId, cancel) is not { } made || ProductState.FromJson(made.Before) is not { MeasuredIn: { } was } before) return UndoChange.Unknown;
        var use = Unit.Find(was.Unit)!;
        var holds = UnitConversion.Of(Unit.Find(was.PurchaseUnit)!, use).Succeeded ? (decimal?)null : use.Quantity(was.PurchaseGrains);
        var input = new NewMaterial(before.Name, was.Unit, was.PurchaseUnit, holds, before.Variants[0].Sku, before.Category ?? "", before.Variants[0].Threshold is { } low ? use.Quantity(low) : null, before.Status);
        var read = MaterialRules.Check(input);
        if (!read.Succeeded) return read.Problems.ToList();
        var material = before.Variants[0].Id;
        var undone = await WriteAsync(
            material, null, (product, row) => ProductState.Of(product, row).ToJson() == made.After
                ? ApplyAsync(product, row, input, read.Value.Units, read.Value.Threshold, cancel)
                : Task.FromResult<Problem?>(new("changed_since", $"{product.Name} was changed again since. Undo that first.", Kind: ProblemKind.Conflict)),
            cancel);
        return undone.Succeeded ? material : undone;
    }

    /// <summary>
    /// Completes a material inside the transaction that is open, or goes back from that: gives it another category and another amount at which it is low,
    /// each made of its present state. One that is gone meanwhile is left.
    /// </summary>
    internal async Task CompleteAsync(Guid id, Func<ProductState, (string? Category, long? Threshold)> wanted, Guid? batchId, CancellationToken cancel)
    {
        if (await db.VariantsAndMaterials.FirstOrDefaultAsync(variant => variant.Id == id && variant.Unit != null, cancel) is not { } material) return;
        var product = await db.ProductsAndMaterials.FirstAsync(row => row.Id == material.ProductId, cancel);
        var before = ProductState.Of(product, material);
        (product.Category, material.Threshold) = wanted(before);
        changes.Add(product, before.ToJson(), ProductState.Of(product, material).ToJson(), batchId);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<Outcome<Guid>> WriteAsync(Guid id, int? version, Func<Product, Variant, Task<Problem?>> change, CancellationToken cancel)
    {
        try
        {
            return await db.TryAgainAsync<Outcome<Guid>>(async () =>
            {
                await using var write = await db.BeginWriteAsync(cancel);
                if (await db.VariantsAndMaterials.FirstOrDefaultAsync(variant => variant.Id == id && variant.Unit != null, cancel) is not { } material) return MaterialRules.Unknown;
                var product = await db.ProductsAndMaterials.FirstAsync(row => row.Id == material.ProductId, cancel);
                if (version is not null && version != product.Version) return Problem.Stale;
                var before = ProductState.Of(product, material).ToJson();
                if (await change(product, material) is { } problem) return problem;
                var changed = changes.Add(product, before, ProductState.Of(product, material).ToJson());
                await write.CommitAsync(cancel);
                return changed ?? id;
            });
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;
        }
    }

    private async Task<Problem?> ApplyAsync(Product product, Variant material, NewMaterial input, UnitConversion units, long? threshold, CancellationToken cancel)
    {
        if (units.Use.Measure != Unit.Find(material.Unit)!.Measure)
            return new Problem("other_measure", $"It is kept in {material.Unit}; {units.Use.Code} measures something else. Add a new material instead.", nameof(input.Unit), ProblemKind.Conflict);
        if (!string.IsNullOrWhiteSpace(input.Sku))
        {
            var key = Variant.KeyOf(input.Sku);
            if (await db.VariantsAndMaterials.AnyAsync(other => other.Id != material.Id && other.Unit != null && other.SkuKey == key, cancel)) return MaterialRules.Taken;
            material.Sku = input.Sku.Trim();
        }

        (product.Name, product.Category, product.Status) = (input.Name!.Trim(), string.IsNullOrWhiteSpace(input.Category) ? null : input.Category.Trim(), input.Status ?? product.Status);
        (material.Unit, material.PurchaseUnit, material.PurchaseGrains, material.Threshold) = (units.Use.Code, units.Purchase.Code, units.Grains, threshold);
        material.FoundBy(product.Name);
        return null;
    }
}
