using System.Linq.Expressions;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ArtisansCorner.Platform.Database;

/// <summary>
/// The one way to the database. It names no module: each maps its own tables and offers them as extension properties.
/// Rows of a shop are found only inside the current shop, and saving into another throws.
/// </summary>
public abstract class AppDb(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>The name of the filter that keeps queries inside the current shop.</summary>
    public const string ShopFilter = "shop";

    private CurrentShop? shop;
    private RowsToWrite? rows;

    /// <summary>The shop that queries are inside; the empty id finds nothing.</summary>
    public Guid CurrentShopId => shop?.Id ?? Guid.Empty;

    /// <summary>The same shop as a parameter of SQL that LINQ cannot say.</summary>
    public virtual object CurrentShopInSql => CurrentShopId;

    /// <summary>The keys that protect cookies and forms; rows, so that they outlive a restart and a dead Redis.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>What the transaction that is open writes past the change tracker.</summary>
    public RowsToWrite Rows => rows ??= new RowsToWrite(this);

    internal bool ActsByItself => shop?.Actor == Actor.System;

    internal DatabaseGate Gate { get; private set; } = DatabaseGate.Open;

    internal bool HasNewMessages { get; set; }

    internal bool HasUrgentMessages { get; set; }

    internal AskedTogether? Asked { get; set; }

    /// <summary>
    /// Whether a commit may reach the disk a moment after it is told: only where what is lost with the machine is done again, as a delivery is.
    /// Commits reach the disk in their order, so none that was waited for stands without those before it.
    /// </summary>
    internal bool CommitsLater { get; set; }

    /// <summary>What differs between the engines and cannot be said in LINQ.</summary>
    public abstract IEngine Engine { get; }

    internal void Enter(CurrentShop current, DatabaseGate gate) =>
        (shop, Gate, HasNewMessages, HasUrgentMessages, CommitsLater) = (current, gate, false, false, false);

    /// <summary>Begins a list of questions that go to the database together.</summary>
    public Together AskTogether() => new(this);

    /// <summary>Starts the one transaction that a verb writes in; nothing stands until it is committed.</summary>
    public async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancel)
    {
        var entry = await Gate.EnterAsync(cancel);
        try
        {
            return new WriteTransaction(this, await Engine.BeginAsync(this, CommitsLater, cancel), entry);
        }
        catch
        {
            entry.Dispose();
            throw;
        }
    }

    /// <summary>Holds one connection for many transactions in a row, until this is disposed.</summary>
    public Task<ManyWrites> BeginManyAsync(CancellationToken cancel) => ManyWrites.BeginAsync(this, cancel);

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseOtherShops();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc />
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseOtherShops();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().ToList())
        {
            foreach (var key in entity.GetKeys().SelectMany(key => key.Properties).Where(key => key.ClrType == typeof(Guid)))
                key.ValueGenerated = ValueGenerated.Never;
            if (typeof(IBelongsToShop).IsAssignableFrom(entity.ClrType) && !entity.IsOwned())
                modelBuilder.Entity(entity.ClrType).HasQueryFilter(ShopFilter, InsideCurrentShop(entity.ClrType));
        }
    }

    private LambdaExpression InsideCurrentShop(Type row)
    {
        var parameter = Expression.Parameter(row, "row");
        var current = Expression.Property(Expression.Constant(this), nameof(CurrentShopId));
        return Expression.Lambda(Expression.Equal(Expression.Property(parameter, nameof(IBelongsToShop.ShopId)), current), parameter);
    }

    private void RefuseOtherShops()
    {
        foreach (var entry in ChangeTracker.Entries<IBelongsToShop>())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached) continue;
            if (entry.Entity.ShopId == Guid.Empty || entry.Entity.ShopId != CurrentShopId)
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} of another shop cannot be saved here.");
        }
    }
}
