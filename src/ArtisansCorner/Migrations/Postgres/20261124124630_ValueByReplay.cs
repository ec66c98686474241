using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArtisansCorner.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ValueByReplay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "MaterialCost",
                table: "Batches");

            migrationBuilder.RenameColumn(
                name: "UnitCost",
                table: "StockMovements",
                newName: "Cost");

            migrationBuilder.AddColumn<long>(
                name: "Missing",
                table: "StockMovements",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "ReturnsId",
                table: "StockMovements",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TrueUp",
                table: "StockMovements",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "BaseOnHand",
                table: "StockLevels",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "BaseValue",
                table: "StockLevels",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LastAt",
                table: "StockLevels",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LastInAt",
                table: "StockLevels",
                type: "timestamp with time zone",
                nullable: true);

            // What came is known by what it was worth so far; what a batch made, by that without what it used up.
            migrationBuilder.Sql("""
                UPDATE "StockLevels" SET "BaseOnHand" = "OnHand", "BaseValue" = "Value",
                    "LastAt" = (SELECT MAX("At") FROM "StockMovements" m WHERE m."VariantId" = "StockLevels"."VariantId" AND m."Reason" <> 6),
                    "LastInAt" = (SELECT MAX("At") FROM "StockMovements" m WHERE m."VariantId" = "StockLevels"."VariantId" AND m."Reason" <> 6 AND m."Quantity" > 0);
                UPDATE "StockMovements" SET "Cost" = CASE WHEN "Quantity" > 0 AND "Value" > 0 AND "Reason" <> 6 THEN "Value" END;
                UPDATE "StockMovements" SET "Cost" = "Value" + (SELECT COALESCE(SUM(u."Value"), 0) FROM "StockMovements" u WHERE u."CauseId" = "StockMovements"."CauseId" AND u."Reason" = 3)
                    WHERE "Reason" = 2 AND "Quantity" > 0 AND "CauseId" IS NOT NULL;
                """);

            migrationBuilder.CreateTable(
                name: "ClosedPeriods",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ShopId = table.Column<Guid>(type: "uuid", nullable: false),
                    Through = table.Column<DateOnly>(type: "date", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ClosedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ReopenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClosedPeriods", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ClosedPeriods_ShopId_Through",
                table: "ClosedPeriods",
                columns: new[] { "ShopId", "Through" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClosedPeriods");

            migrationBuilder.DropColumn(
                name: "Missing",
                table: "StockMovements");

            migrationBuilder.DropColumn(
                name: "ReturnsId",
                table: "StockMovements");

            migrationBuilder.DropColumn(
                name: "TrueUp",
                table: "StockMovements");

            migrationBuilder.DropColumn(
                name: "BaseOnHand",
                table: "StockLevels");

            migrationBuilder.DropColumn(
                name: "BaseValue",
                table: "StockLevels");

            migrationBuilder.DropColumn(
                name: "LastAt",
                table: "StockLevels");

            migrationBuilder.DropColumn(
                name: "LastInAt",
                table: "StockLevels");

            migrationBuilder.RenameColumn(
                name: "Cost",
                table: "StockMovements",
                newName: "UnitCost");

            migrationBuilder.AddColumn<long>(
                name: "MaterialCost",
                table: "Batches",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);
        }
    }
}
