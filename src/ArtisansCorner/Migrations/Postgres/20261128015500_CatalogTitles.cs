using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArtisansCorner.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CatalogTitles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "MatchedById",
                table: "SaleLines",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "MatchedById",
                table: "RefundLines",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ProductAliases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ShopId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChannelId = table.Column<Guid>(type: "uuid", nullable: true),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    TitleKey = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    VariantId = table.Column<Guid>(type: "uuid", nullable: true),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProductAliases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProductAliases_Channels_ChannelId",
                        column: x => x.ChannelId,
                        principalTable: "Channels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ProductAliases_Variants_VariantId",
                        column: x => x.VariantId,
                        principalTable: "Variants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SaleLines_MatchedById",
                table: "SaleLines",
                column: "MatchedById",
                filter: "\"MatchedById\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RefundLines_MatchedById",
                table: "RefundLines",
                column: "MatchedById",
                filter: "\"MatchedById\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ProductAliases_AnyChannel",
                table: "ProductAliases",
                columns: new[] { "ShopId", "TitleKey" },
                unique: true,
                filter: "\"ChannelId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ProductAliases_Channel",
                table: "ProductAliases",
                columns: new[] { "ShopId", "TitleKey", "ChannelId" },
                unique: true,
                filter: "\"ChannelId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ProductAliases_ChannelId",
                table: "ProductAliases",
                column: "ChannelId");

            migrationBuilder.CreateIndex(
                name: "IX_ProductAliases_ShopId_CreatedAt",
                table: "ProductAliases",
                columns: new[] { "ShopId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ProductAliases_VariantId",
                table: "ProductAliases",
                column: "VariantId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ProductAliases");

            migrationBuilder.DropIndex(
                name: "IX_SaleLines_MatchedById",
                table: "SaleLines");

            migrationBuilder.DropIndex(
                name: "IX_RefundLines_MatchedById",
                table: "RefundLines");

            migrationBuilder.DropColumn(
                name: "MatchedById",
                table: "SaleLines");

            migrationBuilder.DropColumn(
                name: "MatchedById",
                table: "RefundLines");
        }
    }
}
